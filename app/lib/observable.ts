/** A value whose parts are replaced, never changed; listeners hear of it when a part really is another one. */
export class Observable<T extends object> {
  private readonly listeners = new Set<(value: T, before: T) => void>()

  constructor(public value: T) {}

  update(part: Partial<T>): void {
    const names = Object.keys(part) as (keyof T)[]
    if (names.every((name) => Object.is(this.value[name], part[name]))) return
    const before = this.value
    this.value = { ...before, ...part }
    for (const listener of [...this.listeners]) listener(this.value, before)
  }

  subscribe(listener: (value: T, before: T) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  clear(): void {
    this.listeners.clear()
  }
}
