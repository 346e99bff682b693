/** Elements by a key, made when first wanted and taken away when not wanted any more. */
export interface Pool<View> {
  begin(): void
  take(key: string): View
  end(): void
}

export function createPool<View extends { readonly element: HTMLElement }>(
  parent: HTMLElement,
  make: () => View,
): Pool<View> {
  const shown = new Map<string, View>()
  const free: View[] = []
  let wanted = new Set<string>()
  return {
    begin() {
      wanted = new Set()
    },
    take(key) {
      wanted.add(key)
      const known = shown.get(key)
      if (known) return known
      const view = free.pop() ?? make()
      shown.set(key, view)
      parent.append(view.element)
      return view
    },
    end() {
      for (const [key, view] of shown) {
        if (wanted.has(key)) continue
        shown.delete(key)
        view.element.remove()
        free.push(view)
      }
    },
  }
}
