/** Domain code never asks the machine for the time: it is handed a clock. */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }
