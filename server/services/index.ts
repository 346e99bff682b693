import type { Deps } from '#server/deps'
import { deleteAccount } from './accounts/deleteAccount'
import { enterDemo } from './accounts/enterDemo'
import { exportAccount } from './accounts/exportAccount'
import { getAccount } from './accounts/getAccount'
import { listDemoPersons } from './accounts/listDemoPersons'
import { requestSignInLink } from './accounts/requestSignInLink'
import { closeSession, openSession, readSession } from './accounts/sessions'
import { signIn } from './accounts/signIn'
import { readSignInLink } from './accounts/signInLinks'
import { signOutEverywhere } from './accounts/signOutEverywhere'
import { updateAccount } from './accounts/updateAccount'
import { createApiQueries } from './api/createApiQueries'
import { blockBooth, unblockBooth } from './booths/blockBooth'
import { blockedBooths } from './booths/blockedBooths'
import { boothStatuses } from './booths/boothStatuses'
import { fairChanges } from './changes/fairChanges'
import { claimBooth } from './claims/claimBooth'
import { claimsQueue } from './claims/claimsQueue'
import { confirmClaim } from './claims/confirmClaim'
import { declineClaim } from './claims/declineClaim'
import { expireHolds } from './claims/expireHolds'
import { fairActivity } from './claims/fairActivity'
import { forgetOldKeys } from './claims/forgetOldKeys'
import { holdBooth } from './claims/holdBooth'
import { moveExhibitor } from './claims/moveExhibitor'
import { myBooths } from './claims/myBooths'
import { remindHolds } from './claims/remindHolds'
import { withdrawClaim } from './claims/withdrawClaim'
import { createDecodedDocuments } from './documents/decodedDocuments'
import { editorData } from './documents/editorData'
import { projectFair, projectFairs } from './documents/projectFairs'
import { storeSnapshot } from './documents/storeSnapshot'
import { writersOf } from './documents/writersOf'
import { archiveExhibitor, restoreExhibitor } from './exhibitors/archiveExhibitor'
import { createExhibitor } from './exhibitors/createExhibitor'
import { editExhibitor } from './exhibitors/editExhibitor'
import { exhibitorDesk } from './exhibitors/exhibitorDesk'
import { getExhibitor } from './exhibitors/getExhibitor'
import { joinFair } from './exhibitors/joinFair'
import { listExhibitors } from './exhibitors/listExhibitors'
import { archiveFair, unarchiveFair } from './fairs/archiveFair'
import { createFair } from './fairs/createFair'
import { exportPlan } from './fairs/exportPlan'
import { fairOverview } from './fairs/fairOverview'
import { getFair } from './fairs/getFair'
import { importPlan, previewImport } from './fairs/importPlan'
import { listMyFairs } from './fairs/listMyFairs'
import { listOpenFairs } from './fairs/listOpenFairs'
import { updateFairSettings } from './fairs/updateFairSettings'
import { programmeFile } from './feeds/programmeFile'
import { talkCalendar } from './feeds/talkCalendar'
import { diffVersion } from './history/diffVersion'
import { listHistory } from './history/listHistory'
import { nameVersion, removeVersion, renameVersion } from './history/namedVersions'
import { readVersion } from './history/readVersion'
import { restoreVersion } from './history/restoreVersion'
import { importSchedule } from './imports/importSchedule'
import { listImports } from './imports/listImports'
import { previewScheduleImport } from './imports/previewScheduleImport'
import { undoImport } from './imports/undoImport'
import { uploadSchedule } from './imports/uploadSchedule'
import { forgetUploads } from './imports/uploads'
import { demoMailCalendar } from './mails/demoMailCalendar'
import { listDemoMails } from './mails/listDemoMails'
import { createPerson } from './people/createPerson'
import { editPerson } from './people/editPerson'
import { erasePerson } from './people/erasePerson'
import { getPerson } from './people/getPerson'
import { listPeople } from './people/listPeople'
import { programmeEditorData, programmeFacts } from './programme/programmeEditorData'
import { answerInvitation } from './proposals/answerInvitation'
import { editProposal, withdrawProposal } from './proposals/changeOwnProposal'
import { decideProposal } from './proposals/decideProposal'
import { ballot, getProposal, listProposals, myProposals } from './proposals/listProposals'
import { makeProposal } from './proposals/makeProposal'
import { reviewProposal } from './proposals/reviewProposal'
import { voteForProposal } from './proposals/voteForProposal'
import { latestRelease } from './releases/latestRelease'
import { listReleases } from './releases/listReleases'
import { publishRelease } from './releases/publishRelease'
import { listReleaseMails, sendReleaseMails } from './releases/releaseMails'
import { releasePreview } from './releases/releasePreview'
import { withdrawRelease } from './releases/withdrawRelease'
import { cancelSignup } from './signups/cancelSignup'
import { seatsLeft } from './signups/seatsLeft'
import { signUp } from './signups/signUp'
import { talkSignups } from './signups/talkSignups'
import { adoptStars } from './stars/adoptStars'
import { changeStars } from './stars/changeStars'
import { fairToStar } from './stars/fairToStar'
import { closeFeed, openFeed, renewFeed } from './stars/feeds'
import { myProgramme } from './stars/myProgramme'
import { readFeed } from './stars/readFeed'
import { readStars } from './stars/readStars'
import { acceptInvitation } from './team/acceptInvitation'
import { changeRole } from './team/changeRole'
import { createInvitation } from './team/createInvitation'
import { listTeam } from './team/listTeam'
import { readInvitation } from './team/readInvitation'
import { removeMember } from './team/removeMember'
import { revokeInvitation } from './team/revokeInvitation'
import { listPublicFairs } from './visit/listPublicFairs'
import { pageVersion } from './visit/pageVersion'
import { visitExhibitor } from './visit/visitExhibitor'
import { visitFair } from './visit/visitFair'
import { visitProgramme, visitTalks } from './visit/visitProgramme'

/** Every use-case, bound to what it leans on, by subject. */
export function createServices(deps: Deps) {
  const decodedDocuments = createDecodedDocuments()
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
      listDemoPersons: listDemoPersons(deps),
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
      listOpenFairs: listOpenFairs(deps),
      getFair: getFair(deps),
      fairOverview: fairOverview(deps),
      updateFairSettings: updateFairSettings(deps),
      archiveFair: archiveFair(deps),
      unarchiveFair: unarchiveFair(deps),
      previewImport: previewImport(deps),
      importPlan: importPlan(deps),
      exportPlan: exportPlan(deps),
    },
    booths: {
      blockBooth: blockBooth(deps),
      unblockBooth: unblockBooth(deps),
      boothStatuses: boothStatuses(deps),
      blockedBooths: blockedBooths(deps),
    },
    claims: {
      holdBooth: holdBooth(deps),
      claimBooth: claimBooth(deps),
      withdrawClaim: withdrawClaim(deps),
      confirmClaim: confirmClaim(deps),
      declineClaim: declineClaim(deps),
      moveExhibitor: moveExhibitor(deps),
      claimsQueue: claimsQueue(deps),
      myBooths: myBooths(deps),
      fairActivity: fairActivity(deps),
      expireHolds: expireHolds(deps),
      remindHolds: remindHolds(deps),
      forgetOldKeys: forgetOldKeys(deps),
    },
    exhibitors: {
      createExhibitor: createExhibitor(deps),
      joinFair: joinFair(deps),
      editExhibitor: editExhibitor(deps),
      archiveExhibitor: archiveExhibitor(deps),
      restoreExhibitor: restoreExhibitor(deps),
      listExhibitors: listExhibitors(deps),
      exhibitorDesk: exhibitorDesk(deps),
      getExhibitor: getExhibitor(deps),
    },
    people: {
      createPerson: createPerson(deps),
      editPerson: editPerson(deps),
      listPeople: listPeople(deps),
      getPerson: getPerson(deps),
      erasePerson: erasePerson(deps),
    },
    programme: {
      programmeEditorData: programmeEditorData(deps),
      programmeFacts: programmeFacts(deps),
    },
    imports: {
      uploadSchedule: uploadSchedule(deps),
      previewScheduleImport: previewScheduleImport(deps),
      importSchedule: importSchedule(deps),
      undoImport: undoImport(deps),
      listImports: listImports(deps),
      forgetUploads: forgetUploads(deps),
    },
    feeds: {
      programmeFile: programmeFile(deps),
      talkCalendar: talkCalendar(deps),
    },
    mails: {
      listDemoMails: listDemoMails(deps),
      demoMailCalendar: demoMailCalendar(deps),
    },
    proposals: {
      makeProposal: makeProposal(deps),
      editProposal: editProposal(deps),
      withdrawProposal: withdrawProposal(deps),
      answerInvitation: answerInvitation(deps),
      myProposals: myProposals(deps),
      ballot: ballot(deps),
      voteForProposal: voteForProposal(deps),
      listProposals: listProposals(deps),
      getProposal: getProposal(deps),
      reviewProposal: reviewProposal(deps),
      decideProposal: decideProposal(deps),
    },
    releases: {
      releasePreview: releasePreview(deps),
      publishRelease: publishRelease(deps),
      withdrawRelease: withdrawRelease(deps),
      listReleases: listReleases(deps),
      listReleaseMails: listReleaseMails(deps),
      sendReleaseMails: sendReleaseMails(deps),
      latestRelease: latestRelease(deps),
    },
    changes: {
      fairChanges: fairChanges(deps),
    },
    documents: {
      projectFair: projectFair(deps, decodedDocuments),
      projectFairs: projectFairs(deps, decodedDocuments),
      storeSnapshot: storeSnapshot(deps),
      editorData: editorData(deps),
      writersOf: writersOf(deps),
    },
    history: {
      listHistory: listHistory(deps),
      readVersion: readVersion(deps),
      diffVersion: diffVersion(deps),
      restoreVersion: restoreVersion(deps),
      nameVersion: nameVersion(deps),
      renameVersion: renameVersion(deps),
      removeVersion: removeVersion(deps),
    },
    signups: {
      signUp: signUp(deps),
      cancelSignup: cancelSignup(deps),
      seatsLeft: seatsLeft(deps),
      talkSignups: talkSignups(deps),
    },
    stars: {
      fairToStar: fairToStar(deps),
      readStars: readStars(deps),
      changeStars: changeStars(deps),
      adoptStars: adoptStars(deps),
      myProgramme: myProgramme(deps),
      openFeed: openFeed(deps),
      renewFeed: renewFeed(deps),
      closeFeed: closeFeed(deps),
      readFeed: readFeed(deps),
    },
    api: createApiQueries(deps),
    visit: {
      listPublicFairs: listPublicFairs(deps),
      visitFair: visitFair(deps),
      visitExhibitor: visitExhibitor(deps),
      visitProgramme: visitProgramme(deps),
      pageVersion: pageVersion(deps),
      visitTalks: visitTalks(deps),
    },
  }
}

export type Services = ReturnType<typeof createServices>
