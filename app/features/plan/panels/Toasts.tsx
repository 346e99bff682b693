import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '~/features/editor/parts/IconButton'
import { useValue } from '~/features/editor/useLive'
import type { NoticeCode } from '../session/editorSession'
import { useEditorState, useSession } from '../useSession'

const SHOWN_MS = 9000

interface Toast {
  key: string
  code: NoticeCode
  params: Readonly<Record<string, string | number>>
  dismiss: () => void
}

/** Sentences that come and go, of the editor and of the shell. */
export function Toasts() {
  const { t } = useTranslation('editor')
  const { editor, notices } = useSession()
  const messages = useEditorState((state) => state.messages)
  const own = useValue(notices)
  const toasts: Toast[] = [
    ...messages.map(({ id, code, params }) => ({
      key: `e${id}`,
      code,
      params,
      dismiss: () => editor.dismissMessage(id),
    })),
    ...own.map(({ id, code, params }) => ({ key: `n${id}`, code, params, dismiss: () => notices.dismiss(id) })),
  ]
  const newest = toasts.at(-1)

  // biome-ignore lint/correctness/useExhaustiveDependencies: the clock starts anew with each new sentence only
  useEffect(() => {
    if (!newest) return
    const timer = setTimeout(() => {
      for (const toast of toasts) toast.dismiss()
    }, SHOWN_MS)
    return () => clearTimeout(timer)
  }, [newest?.key])

  return (
    <div className="toasts" role="status">
      {toasts.map(({ key, code, params, dismiss }) => (
        <div className="toast" key={key}>
          <span>{t(`messages.${code}`, params as { count: number })}</span>
          <IconButton icon="close" label={t('dismiss')} side="left" onClick={dismiss} />
        </div>
      ))}
    </div>
  )
}
