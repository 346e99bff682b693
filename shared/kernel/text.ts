import { z } from 'zod'

/** PostgreSQL stores neither NUL nor half a surrogate pair. */
export const isStorable = (text: string): boolean => !text.includes('\u0000') && !/\p{Surrogate}/u.test(text)

/** Something that can be seen, and so be clicked: not only spaces, controls and zero-width characters. */
export const isVisible = (text: string): boolean => /[^\p{C}\p{Z}\p{M}\u2800\u3164]/u.test(text)

const storable = () => z.string().refine(isStorable, { params: { code: 'characters' } })

/** One line that may stay empty. */
export const optionalLine = (max: number) => storable().trim().max(max)

/** One line that must say something. */
export const line = (max: number) =>
  optionalLine(max)
    .min(1)
    .refine((text) => text === '' || isVisible(text), { params: { code: 'required' } })

/** Several lines, or none. Browsers send CRLF. */
export const optionalLines = (max: number) =>
  storable()
    .transform((text) => text.replaceAll('\r\n', '\n').trim())
    .pipe(z.string().max(max))
