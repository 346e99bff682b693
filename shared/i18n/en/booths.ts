export const booths = {}
