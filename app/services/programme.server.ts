import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import type { PublishedFair, VisitedFair } from '#server/services/visit/visitFair'
import type { PublishedProgramme } from '#server/services/visit/visitProgramme'
import { visitPaths } from '~/lib/visitPaths'
import { orErrorPage } from './answer.server'
import { type Reading, readingOf, slugOf } from './visit.server'

export interface ProgrammeReading extends Reading {
  fair: VisitedFair
  published: PublishedProgramme
}

export interface TalksReading extends Reading {
  fair: VisitedFair
  published: PublishedFair & PublishedProgramme
}

/** A fair's programme, without what only the plan needs. Those who may look in before a release are led to the fair's page. */
export const readProgramme = (args: LoaderFunctionArgs): Promise<ProgrammeReading> =>
  read(args, () => args.context.services.visit.visitProgramme(args.context.actor, slugOf(args)))

/** Plan and programme together. */
export const readTalks = (args: LoaderFunctionArgs): Promise<TalksReading> =>
  read(args, () => args.context.services.visit.visitTalks(args.context.actor, slugOf(args)))

async function read<T>(
  args: LoaderFunctionArgs,
  visit: () => Promise<{ fair: VisitedFair; published: T | null }>,
): Promise<Reading & { fair: VisitedFair; published: T }> {
  const reading = readingOf(args.params)
  const { fair, published } = await orErrorPage(visit)
  if (!published) throw redirect(visitPaths(reading.lang, fair.slug).fair)
  return { ...reading, fair, published }
}
