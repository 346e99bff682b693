import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { type Plan, RECORD_KINDS } from '#shared/document/records'
import type { HallId } from '#shared/kernel/ids'
import { PlanChecker } from '#shared/plan/checks/planChecker'
import { COMMAND_IDS } from '~/canvas/editor/commands/types'
import { MemoryDocument } from '~/canvas/editor/memoryPlanStore'
import { TOOL_IDS } from '~/canvas/editor/types'
import { anyPlan, runs } from '../plan/planArbitrary'
import { hand, openEditor } from './editorScript'

// Properties take their time on a busy machine.
vi.setConfig({ testTimeout: 30_000 })

const metre = fc.double({ min: -3, max: 28, noNaN: true })
const held = fc.record({ shift: fc.boolean(), alt: fc.boolean(), button: fc.constantFrom(0, 0, 0, 1) })
const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('drag' as const),
      from: fc.tuple(metre, metre),
      to: fc.tuple(metre, metre),
      held,
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('click' as const), at: fc.tuple(metre, metre), held }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('down' as const), at: fc.tuple(metre, metre), held }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('move' as const), at: fc.tuple(metre, metre), held }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom('up' as const, 'cancel' as const), at: fc.tuple(metre, metre) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('tool' as const), tool: fc.constantFrom(...TOOL_IDS) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('command' as const), id: fc.constantFrom(...COMMAND_IDS) }) },
)
const steps = fc.array(fc.record({ who: fc.constantFrom(0, 1), step }), { minLength: 1, maxLength: 25 })

const stateOf = (plan: Plan) =>
  RECORD_KINDS.map((kind) =>
    [...plan[kind].values()].map((record) => JSON.stringify(Object.entries(record).sort())).sort(),
  )

function carryOut(editor: ReturnType<typeof openEditor>, what: typeof step extends fc.Arbitrary<infer T> ? T : never) {
  const mouse = hand(editor)
  if (what.do === 'drag') mouse.drag(what.from, what.to, what.held)
  else if (what.do === 'click') mouse.click(...what.at, what.held)
  else if (what.do === 'down' || what.do === 'move') mouse[what.do](...what.at, what.held)
  else if (what.do === 'tool') editor.setTool(what.tool)
  else if (what.do === 'command') editor.perform(what.id)
  else mouse[what.do](...what.at)
}

describe('whatever two people do with mice and keys', () => {
  it('leaves a plan of whole numbers that every reader accepts, and nothing selected that is not there', async () => {
    await fc.assert(
      fc.asyncProperty(anyPlan(8), steps, async (plan, script) => {
        const document = new MemoryDocument(plan)
        const editors = [
          openEditor(document, { hallId: 'h1' as HallId }),
          openEditor(document, { hallId: 'h2' as HallId }),
        ] as const
        const checker = new PlanChecker(plan)
        editors[0].store.subscribe((touched) => checker.update(touched, (kind, id) => editors[0].store.get(kind, id)))
        for (const { who, step } of script) {
          carryOut(editors[who]!, step)
          await Promise.resolve()
        }
        for (const { store, state } of editors) {
          expect(store.malformed).toEqual([])
          expect(JSON.stringify(stateOf(store.plan))).not.toMatch(/\d\.\d/)
          for (const key of state.selection)
            expect(document.stored(...(key.split('/') as ['booths', string]))).toMatchObject({ hallId: state.hallId })
        }
        expect(stateOf(editors[0].store.plan)).toEqual(stateOf(editors[1].store.plan))
        expect(checker.problems).toEqual(new PlanChecker(editors[0].store.plan).problems)
      }),
      runs(80),
    )
  })

  it('one person can take back to the beginning, step by step, and do again', async () => {
    await fc.assert(
      fc.asyncProperty(anyPlan(8), steps, async (plan, script) => {
        const editor = openEditor(new MemoryDocument(plan), { hallId: 'h1' as HallId })
        const start = stateOf(editor.store.plan)
        for (const { step } of script) {
          if (step.do === 'command' && (step.id === 'undo' || step.id === 'redo')) continue
          carryOut(editor, step)
          await Promise.resolve()
        }
        editor.dispatch({ type: 'blur' })
        const end = stateOf(editor.store.plan)
        while (editor.perform('undo'));
        expect(stateOf(editor.store.plan)).toEqual(start)
        while (editor.perform('redo'));
        expect(stateOf(editor.store.plan)).toEqual(end)
        expect(editor.state).toMatchObject({ gesture: null, marquee: null })
      }),
      runs(80),
    )
  })
})
