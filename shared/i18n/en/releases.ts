export const releases = {}
