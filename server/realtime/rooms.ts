/** Names of Socket.IO rooms. Whoever joined a fair is in its public room, organisers and exhibitors in theirs as well. */
export const rooms = {
  fair: (fairId: string) => `fair:${fairId}`,
  organisers: (fairId: string) => `fair:${fairId}:organisers`,
  exhibitor: (exhibitorId: string) => `exhibitor:${exhibitorId}`,
}
