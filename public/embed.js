/**
 * Puts a fair's programme or plan into a page of any site:
 *   <script src="https://…/embed.js" data-fair="slug" data-view="programme" data-lang="nl" async></script>
 * data-view: programme or plan. data-lang: nl, fr or en. Also data-theme (light, dark), data-day, data-stage, data-sector, data-title.
 */
;(() => {
  const LANGUAGES = ['nl', 'fr', 'en']
  const TITLES = {
    nl: { programme: 'Programma', plan: 'Plan' },
    fr: { programme: 'Programme', plan: 'Plan' },
    en: { programme: 'Programme', plan: 'Plan' },
  }
  const PASSED_ON = ['theme', 'day', 'stage', 'sector', 'kind', 'language', 'q', 'hall']
  /** Before the frame has told its height, and no more than this whatever it tells, in px. */
  const FIRST_HEIGHT = 480
  const MOST_HEIGHT = 20000

  function languageOf(script) {
    const wanted = (script.dataset.lang || document.documentElement.lang || '').slice(0, 2).toLowerCase()
    return LANGUAGES.includes(wanted) ? wanted : 'nl'
  }

  function frameFor(script) {
    const origin = new URL(script.src).origin
    const language = languageOf(script)
    const view = script.dataset.view === 'plan' ? 'plan' : 'programme'
    const address = new URL(`/${language}/embed/${encodeURIComponent(script.dataset.fair)}/${view}`, origin)
    for (const name of PASSED_ON) if (script.dataset[name]) address.searchParams.set(name, script.dataset[name])

    const frame = document.createElement('iframe')
    frame.src = address.href
    frame.title = script.dataset.title || TITLES[language][view]
    frame.lang = language
    frame.loading = 'lazy'
    frame.style.width = '100%'
    frame.style.height = `${FIRST_HEIGHT}px`
    frame.style.border = '0'
    addEventListener('message', (event) => {
      if (event.origin !== origin || event.source !== frame.contentWindow) return
      const { beursvloer, height } = event.data || {}
      if (beursvloer !== 'height' || !(height > 0)) return
      frame.style.height = `${Math.min(Math.ceil(height), MOST_HEIGHT)}px`
    })
    return frame
  }

  const scripts = document.currentScript
    ? [document.currentScript]
    : document.querySelectorAll('script[data-fair][src$="/embed.js"]')
  for (const script of scripts) {
    if (!script.dataset.fair || script.dataset.placed) continue
    script.dataset.placed = 'true'
    script.after(frameFor(script))
  }
})()
