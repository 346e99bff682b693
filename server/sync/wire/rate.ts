export interface Rate {
  burst: number
  perSecond: number
}

/** A bucket that may be overdrawn: `take` returns the milliseconds until it is back in credit, 0 when it is. */
export function createBucket({ burst, perSecond }: Rate) {
  let credit = burst
  let at = performance.now()
  return (amount: number): number => {
    const now = performance.now()
    credit = Math.min(burst, credit + ((now - at) / 1000) * perSecond) - amount
    at = now
    return credit >= 0 ? 0 : Math.ceil((-credit / perSecond) * 1000)
  }
}
