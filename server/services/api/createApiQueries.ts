import type { Deps } from '#server/deps'
import { listApiBooths } from './apiBooths'
import { listApiExhibitors } from './apiExhibitors'
import { getApiFair, listApiFairs } from './apiFairs'
import { listApiHalls, listApiSectors, listApiStages } from './apiPlan'
import { listApiReleases } from './apiReleases'
import { getApiSpeaker, listApiSpeakers } from './apiSpeakers'
import { getApiTalk, listApiTalks } from './apiTalks'

/** What the public API reads: what everyone may know of published fairs, and nothing beyond it. */
export const createApiQueries = (deps: Deps) => ({
  listFairs: listApiFairs(deps),
  getFair: getApiFair(deps),
  listTalks: listApiTalks(deps),
  getTalk: getApiTalk(deps),
  listSpeakers: listApiSpeakers(deps),
  getSpeaker: getApiSpeaker(deps),
  listStages: listApiStages(deps),
  listSectors: listApiSectors(deps),
  listHalls: listApiHalls(deps),
  listBooths: listApiBooths(deps),
  listExhibitors: listApiExhibitors(deps),
  listReleases: listApiReleases(deps),
})
