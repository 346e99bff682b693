import type { ActionFunctionArgs } from '@remix-run/node'
import type { FairId } from '#shared/kernel/ids'
import type { RunLine } from '~/features/imports/useImportRun'
import { orFailure } from '~/services/answer.server'
import { runImport } from '~/services/importActs.server'
import { formOf, param } from '~/services/page.server'

/**
 * The import with how far it is, a line of JSON each. Lines are handed over and not waited for: a reader who is slow or gone must
 * not hold up a transaction that holds the fair's log.
 */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const fairId = param(params, 'fairId') as FairId
  const form = await formOf(request)
  const encoder = new TextEncoder()
  let isRead = true
  const lines = new ReadableStream<Uint8Array>({
    start: async (controller) => {
      const say = (line: RunLine) => {
        if (isRead) controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`))
      }
      try {
        const result = await orFailure(() =>
          runImport(context, fairId, form, async (progress) => {
            say({ progress })
            await new Promise((resolve) => setImmediate(resolve))
          }),
        )
        say(result.ok ? { done: result.value } : { failure: result })
      } catch (error) {
        context.reportError(error)
        say({ failure: { ok: false, code: 'INTERNAL', params: {}, fields: [] } })
      }
      if (isRead) controller.close()
    },
    cancel: () => {
      isRead = false
    },
  })
  // Compressed, lines would wait for each other.
  return new Response(lines, {
    headers: { 'Content-Type': 'application/x-ndjson; charset=utf-8', 'Cache-Control': 'no-store, no-transform' },
  })
}
