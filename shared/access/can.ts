import type { ExhibitorId } from '#shared/kernel/ids'
import type { Actor, FairStanding } from './roles'

/** Everything that anyone may be allowed to do; asked by pages, API, sync and Socket.IO alike. */
export type Action =
  | 'fair:create'
  | 'fair:view'
  | 'fair:organise'
  | 'fair:settings'
  | 'fair:archive'
  | 'plan:edit'
  | 'release:publish'
  | 'team:manage'
  | 'exhibitors:manage'
  | 'exhibitor:join'
  | 'exhibitor:edit'
  | 'booths:browse'
  | 'claims:make'
  | 'claims:decide'
  | 'programme:edit'
  | 'people:manage'
  | 'proposal:make'
  | 'proposal:vote'
  | 'proposals:review'
  | 'talk:signUp'

export interface Resource {
  readonly fair?: FairStanding
  /** The exhibitor acted for, where the action is about one. */
  readonly exhibitorId?: ExhibitorId
}

/** The one place that decides. An archived fair can be looked at by its organisers, and taken out of the archive, nothing else. */
export function can(actor: Actor, action: Action, { fair, exhibitorId }: Resource = {}): boolean {
  if (action === 'fair:create') return actor.accountId !== null && !actor.demo
  if (!fair) return false
  if (actor.demo && !fair.demo) return action === 'fair:view' && fair.published && !fair.archived

  const owner = fair.role === 'owner'
  const organiser = owner || fair.role === 'organiser'
  const ownExhibitor =
    exhibitorId === undefined ? fair.exhibitorIds.length > 0 : fair.exhibitorIds.includes(exhibitorId)

  switch (action) {
    case 'fair:view':
    case 'booths:browse':
      // An exhibitor knows of its fair before anything is published.
      return organiser || ((fair.published || fair.exhibitorIds.length > 0) && !fair.archived)
    case 'fair:organise':
      return organiser
    case 'fair:archive':
      return owner
    case 'fair:settings':
    case 'plan:edit':
    case 'release:publish':
    case 'exhibitors:manage':
    case 'claims:decide':
    case 'programme:edit':
    case 'people:manage':
    case 'proposals:review':
      return organiser && !fair.archived
    case 'team:manage':
      return owner && !fair.archived
    case 'exhibitor:join':
      return actor.accountId !== null && fair.openForExhibitors && !fair.archived
    case 'proposal:make':
      return actor.accountId !== null && fair.proposalsOpen && !fair.archived
    case 'proposal:vote':
      return actor.accountId !== null && fair.votingOpen && !fair.archived
    case 'talk:signUp':
      return actor.accountId !== null && fair.published && !fair.archived
    case 'exhibitor:edit':
    case 'claims:make':
      return (organiser || ownExhibitor) && !fair.archived
  }
}
