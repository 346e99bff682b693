import { Konva } from 'konva/lib/_CoreInternals'
import type { Layer } from 'konva/lib/Layer'
import type { Viewport } from '../editor/types'
import { type Drawing, Pen } from './pen'

/** A Konva stage with two layers of one shape each; Konva only keeps the canvases, all drawing is ours. */
export interface Layers {
  readonly ratio: number
  resize(width: number, height: number): void
  drawStatic(): void
  drawDynamic(): void
  destroy(): void
}

export type PaintLayer = (pen: Pen, g: Drawing) => void

export function createLayers(
  container: HTMLDivElement,
  viewport: () => Viewport,
  paint: { statics: PaintLayer; dynamics: PaintLayer },
): Layers {
  Konva.autoDrawEnabled = false
  const stage = new Konva.Stage({ container, width: 1, height: 1, listening: false })
  const ratio = Konva.pixelRatio

  const addLayer = (paintLayer: PaintLayer): Layer => {
    const layer = new Konva.Layer({ listening: false })
    const sceneFunc = (context: { _context: CanvasRenderingContext2D }) => {
      const g = context._context
      const { scale, x, y } = viewport()
      g.save()
      paintLayer(new Pen(g, scale * ratio, -x / scale, -y / scale, ratio), g)
      g.restore()
    }
    layer.add(new Konva.Shape({ sceneFunc, listening: false, perfectDrawEnabled: false }))
    stage.add(layer)
    return layer
  }

  const statics = addLayer(paint.statics)
  const dynamics = addLayer(paint.dynamics)
  return {
    ratio,
    resize: (width, height) => stage.size({ width, height }),
    drawStatic: () => statics.drawScene(),
    drawDynamic: () => dynamics.drawScene(),
    destroy: () => stage.destroy(),
  }
}
