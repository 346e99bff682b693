import type { AppError, FieldProblem } from '#shared/kernel/errors'
import type { Translate } from './translator'

/** The one place where a key is put together at run time: codes come from closed lists, tests/unit/i18n checks that each has its sentence. */
type Loose = (key: string, params?: Record<string, unknown>) => string
type AnyTranslate = Translate | Loose | ((...args: never[]) => unknown)

export const errorSentence = (translate: AnyTranslate, error: Pick<AppError, 'code' | 'params'>): string =>
  (translate as Loose)(`errors:${error.code}`, error.params)

export const fieldSentence = (translate: AnyTranslate, problem: FieldProblem): string =>
  (translate as Loose)(`errors:invalid.${problem.code}`, problem.params)
