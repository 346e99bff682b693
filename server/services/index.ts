import type { Deps } from '#server/deps'
import { deleteAccount } from './accounts/deleteAccount'
import { enterDemo } from './accounts/enterDemo'
import { exportAccount } from './accounts/exportAccount'
import { getAccount } from './accounts/getAccount'
import { requestSignInLink } from './accounts/requestSignInLink'
import { closeSession, openSession, readSession } from './accounts/sessions'
import { signIn } from './accounts/signIn'
import { readSignInLink } from './accounts/signInLinks'
import { signOutEverywhere } from './accounts/signOutEverywhere'
import { updateAccount } from './accounts/updateAccount'
import { archiveFair, unarchiveFair } from './fairs/archiveFair'
import { createFair } from './fairs/createFair'
import { exportPlan } from './fairs/exportPlan'
import { fairOverview } from './fairs/fairOverview'
import { getFair } from './fairs/getFair'
import { importPlan, previewImport } from './fairs/importPlan'
import { listMyFairs } from './fairs/listMyFairs'
import { updateFairSettings } from './fairs/updateFairSettings'
import { acceptInvitation } from './team/acceptInvitation'
import { changeRole } from './team/changeRole'
import { createInvitation } from './team/createInvitation'
import { listTeam } from './team/listTeam'
import { readInvitation } from './team/readInvitation'
import { removeMember } from './team/removeMember'
import { revokeInvitation } from './team/revokeInvitation'
import { listPublicFairs } from './visit/listPublicFairs'
import { visitExhibitor } from './visit/visitExhibitor'
import { visitFair } from './visit/visitFair'

/** Every use-case, bound to what it leans on, by subject. */
export function createServices(deps: Deps) {
  return {
    accounts: {
      openSession: openSession(deps),
      readSession: readSession(deps),
      closeSession: closeSession(deps),
      requestSignInLink: requestSignInLink(deps),
      readSignInLink: readSignInLink(deps),
      signIn: signIn(deps),
      signOutEverywhere: signOutEverywhere(deps),
      getAccount: getAccount(deps),
      updateAccount: updateAccount(deps),
      deleteAccount: deleteAccount(deps),
      exportAccount: exportAccount(deps),
      enterDemo: enterDemo(deps),
    },
    team: {
      listTeam: listTeam(deps),
      createInvitation: createInvitation(deps),
      revokeInvitation: revokeInvitation(deps),
      readInvitation: readInvitation(deps),
      acceptInvitation: acceptInvitation(deps),
      changeRole: changeRole(deps),
      removeMember: removeMember(deps),
    },
    fairs: {
      createFair: createFair(deps),
      listMyFairs: listMyFairs(deps),
      getFair: getFair(deps),
      fairOverview: fairOverview(deps),
      updateFairSettings: updateFairSettings(deps),
      archiveFair: archiveFair(deps),
      unarchiveFair: unarchiveFair(deps),
      previewImport: previewImport(deps),
      importPlan: importPlan(deps),
      exportPlan: exportPlan(deps),
    },
    visit: {
      listPublicFairs: listPublicFairs(deps),
      visitFair: visitFair(deps),
      visitExhibitor: visitExhibitor(deps),
    },
  }
}

export type Services = ReturnType<typeof createServices>
