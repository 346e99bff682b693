export const STAMP: string
export function sourceFingerprint(): Promise<string>
export function buildIsFresh(): Promise<boolean>
