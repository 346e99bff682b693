import type { LoadContext } from '#server/loadContext'
import { TALK_STATES, type TalkState } from '#shared/document/talkRecord'
import { AppError } from '#shared/kernel/errors'
import { type FairId, type ImportId, isId } from '#shared/kernel/ids'
import type { ImportProgress } from '#shared/protocol/importProgress'
import { textOf } from './page.server'

/** What the form did, and where to look at it: the page's address from `?` on. */
export async function actOnImports({ services, actor }: LoadContext, fairId: FairId, form: FormData): Promise<string> {
  switch (textOf(form, 'intent')) {
    case 'look': {
      const { fileName, bytes } = await fileOf(form)
      return `?file=${await services.imports.uploadSchedule(actor, { fairId, fileName, bytes })}`
    }
    case 'import': {
      const wanted = importOf(form)
      await services.imports.importSchedule(actor, { fairId, ...wanted })
      return `?done=${wanted.importId}`
    }
    case 'undo': {
      const importId = idOf(form)
      await services.imports.undoImport(actor, { fairId, importId })
      return `?undone=${importId}`
    }
    default:
      throw new AppError('BAD_REQUEST', { detail: 'unknown intent' })
  }
}

/** The same import, telling how far it is. */
export async function runImport(
  { services, actor }: LoadContext,
  fairId: FairId,
  form: FormData,
  onProgress: (progress: ImportProgress) => Promise<void>,
): Promise<string> {
  const wanted = importOf(form)
  await services.imports.importSchedule(actor, { fairId, ...wanted, onProgress })
  return `?done=${wanted.importId}`
}

async function fileOf(form: FormData) {
  const file = form.get('file')
  if (!(file instanceof File) || (file.name === '' && file.size === 0))
    throw new AppError('INVALID', { fields: [{ path: 'file', code: 'required' }] })
  return { fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
}

function importOf(form: FormData): { importId: ImportId; state: TalkState; fingerprint: string } {
  const state = TALK_STATES.find((one) => one === textOf(form, 'state'))
  if (state === undefined) throw new AppError('INVALID', { fields: [{ path: 'state', code: 'choice' }] })
  return { importId: idOf(form), state, fingerprint: textOf(form, 'fingerprint') }
}

function idOf(form: FormData): ImportId {
  const id = textOf(form, 'importId')
  if (!isId(id)) throw new AppError('BAD_REQUEST', { detail: 'no import id' })
  return id as ImportId
}
