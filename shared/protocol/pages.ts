/** Response header of every page: the id of the account that is signed in, empty for visitors. For the service worker. */
export const ACCOUNT_HEADER = 'X-Account'
