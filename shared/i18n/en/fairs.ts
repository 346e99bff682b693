export const fairs = {}
