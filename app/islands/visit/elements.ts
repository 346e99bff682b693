export const find = <T extends Element = HTMLElement>(root: ParentNode, selector: string): T | null =>
  root.querySelector<T>(selector)

export const findAll = <T extends Element = HTMLElement>(root: ParentNode, selector: string): T[] => [
  ...root.querySelectorAll<T>(selector),
]

export const boothSelector = (id: string): string => `[data-booth="${CSS.escape(id)}"]`
export const rowSelector = (id: string): string => `[data-row="${CSS.escape(id)}"]`

/** Puts one class of a family in place of another: `is-held` for `is-claimed`. */
export function swapClass(element: Element, prefix: string, names: readonly string[], name: string): void {
  for (const old of names) element.classList.toggle(`${prefix}${old}`, old === name)
}

/** Shows what only makes sense with this script, and hides what it replaces. */
export function unveil(root: ParentNode): void {
  for (const element of findAll(root, '[data-with-script]')) element.hidden = false
  for (const element of findAll(root, '[data-without-script]')) element.hidden = true
}
