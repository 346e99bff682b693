import { find } from './visit/elements'

/** Tells the page around how high this one is (public/embed.js listens), and opens whatever is not meant to be framed outside. */
const page = find(document, '[data-embed]')
if (page && parent !== window) {
  const tell = () => {
    const { height } = page.getBoundingClientRect()
    // To whoever frames it: a height is no secret, and sites may hide where they are.
    parent.postMessage({ beursvloer: 'height', height: Math.ceil(height) }, '*')
  }
  new ResizeObserver(tell).observe(page)
  tell()
}
document.addEventListener('click', (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[href]')
  if (link && !/^\/\w+\/embed\//.test(new URL(link.href).pathname)) {
    link.target = '_blank'
    link.rel = 'noopener'
  }
})
