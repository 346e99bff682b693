import { z } from 'zod'
import { ID_PATTERN } from '#shared/kernel/ids'

/** Id of a record or a row, as another record refers to it. */
export const recordId = <T extends string>() =>
  z
    .string()
    .regex(ID_PATTERN)
    .transform((value) => value as T)
