/** Those that the server knows, which are the ones that it accepts. */
export const timeZones = (): string[] => Intl.supportedValuesOf('timeZone')
