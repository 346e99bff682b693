/** What is dragged, as a small card at the pointer wherever the grid does not show it. */
export function createDragCard(root: HTMLElement) {
  const element = document.createElement('div')
  element.className = 'tt-card float'
  element.setAttribute('aria-hidden', 'true')
  element.hidden = true
  root.append(element)
  return {
    show(at: { clientX: number; clientY: number } | null, text: string) {
      element.hidden = at === null
      if (!at) return
      if (element.textContent !== text) element.textContent = text
      element.style.transform = `translate(${at.clientX + 12}px, ${at.clientY + 8}px)`
    },
    destroy: () => element.remove(),
  }
}
