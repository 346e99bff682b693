/** A quiet line at the top of the window; the same kind of note never stands there twice. */
export function showNote(kind: string, text: string, action?: { text: string; run: () => void }): void {
  hideNote(kind)
  const note = document.createElement('div')
  note.className = `live-note live-note__${kind}`
  note.role = 'status'
  note.dataset.note = kind
  const words = document.createElement('span')
  words.textContent = text
  note.append(words)
  if (action) {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'button button--small'
    button.textContent = action.text
    button.addEventListener('click', action.run)
    note.append(button)
  }
  document.body.append(note)
}

export function hideNote(kind: string): void {
  document.querySelector(`[data-note="${kind}"]`)?.remove()
}
