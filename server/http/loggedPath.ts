/** A path as it may stand in a log: whoever reads `/nl/sign-in/<token>` there could use it. */
export const loggedPath = (path: string): string =>
  path.replace(/\/(sign-in|invitations|fairs\/[^/?#]+\/my)\/[^/?#]+/g, '/$1/…')
