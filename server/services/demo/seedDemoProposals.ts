import type { Deps } from '#server/deps'
import type { Actor } from '#shared/access/roles'
import type { ProposalId } from '#shared/kernel/ids'
import type { Language } from '#shared/kernel/language'
import type { ProposableKind } from '#shared/proposals/proposal'
import { withdrawProposal } from '../proposals/changeOwnProposal'
import { decideProposal } from '../proposals/decideProposal'
import { getProposal } from '../proposals/listProposals'
import { makeProposal } from '../proposals/makeProposal'
import { reviewProposal } from '../proposals/reviewProposal'
import { voteForProposal } from '../proposals/voteForProposal'
import { DEMO_FAIR_ID, demoAccountId } from './demoFair'

type Outcome = 'submitted' | 'votable' | 'reviewing' | 'accepted' | 'declined' | 'withdrawn'

interface DemoProposal {
  /** Which demo exhibitor proposes it. */
  by: number
  outcome: Outcome
  writtenIn: Language
  title: string
  abstract: string
  kind: ProposableKind
  sectorId: string
  speakerName: string
  labels: readonly string[]
  /** How many of the demo exhibitors vote for it. */
  votes: number
}

const line = (
  by: number,
  outcome: Outcome,
  writtenIn: Language,
  kind: ProposableKind,
  sectorId: string,
  speakerName: string,
  title: string,
  abstract: string,
  { labels = [], votes = 0 }: { labels?: readonly string[]; votes?: number } = {},
): DemoProposal => ({ by, outcome, writtenIn, kind, sectorId, speakerName, title, abstract, labels, votes })

const PROPOSALS: readonly DemoProposal[] = [
  line(
    2,
    'submitted',
    'nl',
    'talk',
    'music',
    'Wout Klankebeek',
    'Een repetitieruimte voor zes groepen',
    'Hoe we één kelder eerlijk verdelen, met een rooster dat op een bierviltje past.',
  ),
  line(
    3,
    'submitted',
    'fr',
    'workshop',
    'audiovisual',
    'Tarek Sonopoulos',
    'Enregistrer la pluie',
    'Sons du dehors, avec ce que vous avez en poche.',
  ),
  line(
    4,
    'votable',
    'nl',
    'debate',
    'stage-technique',
    'Nele Lumenaar',
    'Mag het licht wat zachter?',
    'Over veiligheid, sfeer en wie daarover beslist.',
    { labels: ['techniek'], votes: 5 },
  ),
  line(
    5,
    'votable',
    'fr',
    'networking',
    'visual-arts',
    'Céleste Aquarelo',
    'Dessiner son voisin de stand',
    'Vingt minutes, deux crayons, un inconnu de moins.',
    { labels: ['rencontre'], votes: 9 },
  ),
  line(
    6,
    'votable',
    'en',
    'talk',
    'photography',
    'Sanaa Pelliculi',
    'What a hundred portraits taught me',
    'On asking, waiting and leaving things out.',
    { votes: 3 },
  ),
  line(
    7,
    'reviewing',
    'nl',
    'workshop',
    'graphic-design',
    'Milo Pixelaar',
    'Een affiche in twee kleuren',
    'Samen drukken op de kleine pers.',
    { labels: ['plaats nodig', 'pers'] },
  ),
  line(
    8,
    'accepted',
    'fr',
    'talk',
    'design-fashion-interior',
    'Pauline Étofferie',
    'Réparer plutôt que vendre',
    'Un modèle d’affaires qui tient depuis six ans.',
    { labels: ['fort'] },
  ),
  line(
    9,
    'declined',
    'nl',
    'talk',
    'architecture-heritage',
    'Ada Maquettova',
    'Mijn tien mooiste maquettes',
    'Een wandeling langs karton en lijm.',
    { labels: ['dubbel'] },
  ),
  line(
    10,
    'withdrawn',
    'fr',
    'meeting',
    'writing-press',
    'Yasmine Virgulina',
    'Cherche illustrateur pour livre de cuisine',
    'Un projet qui a trouvé son partenaire entre-temps.',
  ),
]

const VOTERS = 10

/** Proposals in every state, each led there by the same use-cases that people use. */
export async function seedDemoProposals(deps: Deps, owner: Actor): Promise<void> {
  for (const proposal of PROPOSALS) await seedProposal(deps, owner, proposal)
}

const exhibitor = (n: number): Actor => ({
  accountId: demoAccountId('exhibitor', n) as Actor['accountId'],
  name: '',
  language: 'nl',
  demo: true,
})

async function seedProposal(deps: Deps, owner: Actor, proposal: DemoProposal): Promise<void> {
  const { by, outcome, labels, votes, ...fields } = proposal
  const fairId = DEMO_FAIR_ID
  const proposalId = await makeProposal(deps)(exhibitor(by), {
    fairId,
    proposal: { ...fields, language: fields.writtenIn, speakerEmail: `${demoAccountId('exhibitor', by)}@demo.invalid` },
  })
  if (outcome === 'withdrawn') await withdrawProposal(deps)(exhibitor(by), { fairId, proposalId })
  if (outcome === 'withdrawn' || outcome === 'submitted') return
  const version = () => versionOf(deps, owner, proposalId)
  await reviewProposal(deps)(owner, {
    fairId,
    proposalId,
    version: await version(),
    review: {
      state: outcome === 'votable' ? 'submitted' : 'reviewing',
      labels: [...labels],
      votable: outcome === 'votable',
    },
  })
  for (let n = 1; n <= Math.min(votes, VOTERS); n++)
    await voteForProposal(deps)(exhibitor(n), { fairId, proposalId, vote: true })
  if (outcome !== 'accepted' && outcome !== 'declined') return
  await decideProposal(deps)(owner, {
    fairId,
    proposalId,
    version: await version(),
    decision:
      outcome === 'accepted'
        ? { decision: 'accept', note: 'Graag! Laat weten of je kunt.' }
        : { decision: 'decline', note: 'Er is al een sessie over maquettes. Volgend jaar?' },
  })
}

const versionOf = async (deps: Deps, owner: Actor, proposalId: ProposalId): Promise<number> =>
  (await getProposal(deps)(owner, { fairId: DEMO_FAIR_ID, proposalId })).version
