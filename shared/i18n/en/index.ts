import { accounts } from './accounts'
import { booths } from './booths'
import { changes } from './changes'
import { claims } from './claims'
import { common } from './common'
import { conflicts } from './conflicts'
import { demo } from './demo'
import { editor } from './editor'
import { errors } from './errors'
import { exhibitors } from './exhibitors'
import { fairs } from './fairs'
import { formats } from './formats'
import { history } from './history'
import { imports } from './imports'
import { mails } from './mails'
import { merge } from './merge'
import { people } from './people'
import { programme } from './programme'
import { proposals } from './proposals'
import { releases } from './releases'
import { signups } from './signups'
import { stars } from './stars'
import { talks } from './talks'
import { team } from './team'
import { timetable } from './timetable'
import { visit } from './visit'

export const en = {
  common,
  errors,
  accounts,
  fairs,
  team,
  timetable,
  editor,
  booths,
  claims,
  exhibitors,
  people,
  talks,
  conflicts,
  proposals,
  releases,
  changes,
  history,
  signups,
  stars,
  visit,
  programme,
  imports,
  mails,
  merge,
  formats,
  demo,
}
