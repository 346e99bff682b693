import type { Language } from '#shared/kernel/language'

/** Where proposals are made, followed and judged. */
export const proposalPaths = (lang: Language, slug: string) => ({
  propose: `/${lang}/fairs/${slug}/propose`,
  edit: (id: string) => `/${lang}/fairs/${slug}/propose?id=${id}`,
  mine: `/${lang}/fairs/${slug}/proposals`,
})

export const reviewPaths = (lang: Language, fairId: string) => ({
  list: `/${lang}/organise/${fairId}/proposals`,
  proposal: (id: string) => `/${lang}/organise/${fairId}/proposals/${id}`,
  programme: `/${lang}/organise/${fairId}/programme`,
  settings: `/${lang}/organise/${fairId}/settings`,
})
