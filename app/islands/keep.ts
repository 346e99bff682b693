import { keepForLater } from './stars/keepForLater'

/** Pages of a fair without stars: kept for a hall with bad reception all the same. */
const slug = /^\/\w+\/fairs\/([a-z0-9-]+)/.exec(location.pathname)?.[1]
const account = document.querySelector<HTMLElement>('form[data-sign-out][data-account]')?.dataset.account ?? ''
if (slug) keepForLater(() => ({ slug, account, talkIds: [] }))
