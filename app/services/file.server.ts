import type { LoaderFunctionArgs } from '@remix-run/node'
import { translatorFor } from '#shared/i18n/catalogues'
import { errorSentence } from '#shared/i18n/sentence'
import { isAppError } from '#shared/kernel/errors'
import { isLanguage, preferredLanguage } from '#shared/kernel/language'

interface JsonFile {
  fileName: string
  content: unknown
}

interface CsvFile {
  fileName: string
  /** As `writeCsv` makes it. */
  csv: string
}

/** A file to keep, JSON or CSV. There is no page around it, so what went wrong is said in one plain sentence. */
export async function answerFile(
  { params, request }: LoaderFunctionArgs,
  make: () => Promise<JsonFile | CsvFile>,
): Promise<Response> {
  try {
    const { fileName, ...file } = await make()
    const [body, type] =
      'csv' in file ? [file.csv, 'text/csv'] : [`${JSON.stringify(file.content, null, 1)}\n`, 'application/json']
    return new Response(body, {
      headers: {
        'Content-Type': `${type}; charset=utf-8`,
        'Content-Disposition': `attachment; filename="${fileName}"`,
        'Cache-Control': 'no-store',
      },
    })
  } catch (error) {
    if (!isAppError(error)) throw error
    const language = isLanguage(params.lang) ? params.lang : preferredLanguage(request.headers.get('accept-language'))
    return new Response(`${errorSentence(translatorFor(language), error)}\n`, {
      status: error.status,
      headers: { 'Content-Type': 'text/plain; charset=utf-8' },
    })
  }
}
