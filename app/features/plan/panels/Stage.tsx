import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { createRenderer } from '~/canvas/render/createRenderer.client'
import { planTheme } from '~/canvas/render/planTheme'
import { useLang } from '~/lib/useLang'
import { attachPointer } from '../session/attachPointer'
import { useEditorState, useSession } from '../useSession'

const DARK = '(prefers-color-scheme: dark)'

/** The plan itself: one canvas, drawn outside of React. */
export function Stage() {
  const { t } = useTranslation('editor')
  const { editor, store, overlays } = useSession()
  const language = useLang()
  const container = useRef<HTMLDivElement>(null)
  const cursor = useEditorState((state) => state.cursor)

  useEffect(() => {
    const element = container.current
    if (!element) return
    const scheme = matchMedia(DARK)
    const theme = () => planTheme(scheme.matches ? 'dark' : 'light')
    const renderer = createRenderer({ container: element, editor, store, overlays, language, theme: theme() })
    const observer = new ResizeObserver(() => renderer.resize(element.clientWidth, element.clientHeight))
    observer.observe(element)
    const onScheme = () => renderer.setTheme(theme())
    scheme.addEventListener('change', onScheme)
    const detach = attachPointer(element, editor)
    return () => {
      detach()
      scheme.removeEventListener('change', onScheme)
      observer.disconnect()
      renderer.destroy()
    }
  }, [editor, store, overlays, language])

  return (
    <div
      ref={container}
      className="stage"
      style={{ cursor: cursor === 'rotate' ? 'alias' : cursor }}
      role="application"
      aria-label={t('stage.label')}
      aria-describedby="stage-help"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the plan takes keys: arrows move what is selected
      tabIndex={0}
    />
  )
}
