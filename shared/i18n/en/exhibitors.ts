export const exhibitors = {}
