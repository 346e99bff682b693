import type { TalkId } from '#shared/kernel/ids'
import type { Language } from '#shared/kernel/language'

/** A fair's public page, as a link in files that leave the house. `publicUrl` has no slash at the end. */
export const fairAddress = (publicUrl: string, language: Language, slug: string): string =>
  `${publicUrl}/${language}/fairs/${slug}`

export const talkAddress = (publicUrl: string, language: Language, slug: string, talkId: TalkId): string =>
  `${fairAddress(publicUrl, language, slug)}/talks/${talkId}`
