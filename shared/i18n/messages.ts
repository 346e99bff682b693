/** The shape of a catalogue, whatever the language: the same keys, any text. English is the source. */
export type Messages<T> = { [K in keyof T]: T[K] extends string ? string : Messages<T[K]> }
