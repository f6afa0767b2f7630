import { useSignal } from '@preact/signals'
import { useEffect, useMemo, useState } from 'preact/hooks'
import * as state from '../../app/state'
import { FRAMES, type Frame } from '../../figure/picture/frames'
import { errorText } from '../../issues/errorText'
import { picture } from '../../messages/compiled/picture'
import type { Theme } from '../../model/view'
import { type ShownMap, shownMap } from '../map/shownMap'
import { copyText } from '../shared/clipboard'
import { exportOf, saveFile, stemOf } from '../shared/downloads'
import { SelectField } from '../shared/SelectField'
import { drawPicture } from './drawPicture'
import { embedFonts } from './fontFaces'
import { alternativeWords, pictureWords, usualTitle } from './pictureWords'
import { isTooLarge, rasterise } from './rasterise'
import { TextField } from './TextField'

const SIZES = ['article', 'card', 'story', 'view'] as const
const SCALES = ['1', '2', '3'] as const
const THEMES: readonly Theme[] = ['light', 'dark']

/** Chooses how the picture looks, shows it as it will be, and saves it. */
export function PictureForm() {
  const map = shownMap.value
  return map ? <Choices map={map} /> : null
}

function Choices({ map }: { readonly map: ShownMap }) {
  const [size, setSize] = useState<(typeof SIZES)[number]>('article')
  const [scale, setScale] = useState<(typeof SCALES)[number]>('1')
  const [theme, setTheme] = useState(state.theme.value)
  const [title, setTitle] = useState(usualTitle())
  const said = useSignal('')
  const drawn = useDrawn(map, size, theme, title)
  const { about } = drawn
  const [width, height] = [Number(scale) * drawn.width, Number(scale) * drawn.height]
  const tooLarge = isTooLarge(width, height)
  const save = async (extension: 'png' | 'svg') => {
    try {
      const svg = await drawn.withFonts
      const file =
        extension === 'png'
          ? await rasterise(svg, Number(scale))
          : new Blob([svg], { type: 'image/svg+xml' })
      const name = saveFile(file, `${stemOf(exportOf(null), 'map')}.${extension}`)
      said.value = picture.saved({ name })
    } catch (error) {
      said.value = errorText(error)
    }
  }
  return (
    <div class="publish-form">
      <div class="publish-choices">
        <SelectField
          name={picture.size()}
          value={size}
          options={SIZES.map((id) => ({ id, label: picture.sizeName({ size: id }) }))}
          onChoose={setSize}
        />
        <SelectField
          name={picture.scale()}
          value={scale}
          options={SCALES.map((id) => ({ id, label: picture.scaleName({ scale: Number(id) }) }))}
          onChoose={setScale}
        />
        <SelectField
          name={picture.theme()}
          value={theme}
          options={THEMES.map((id) => ({ id, label: picture.themeName({ theme: id }) }))}
          onChoose={setTheme}
        />
        <TextField class="publish-title" name={picture.title()} value={title} onChange={setTitle} />
      </div>
      <Preview svg={drawn.withFonts} about={about} width={drawn.width} height={drawn.height} />
      <p class="quiet">
        {picture.pixels({ width, height })}
        {state.base.value !== 'embedded' && ` ${picture.baseLeftOut()}`}
      </p>
      <div class="publish-actions">
        <button type="button" class="tool" disabled={tooLarge} onClick={() => save('png')}>
          {picture.savePng()}
        </button>
        <button type="button" class="tool" onClick={() => save('svg')}>
          {picture.saveSvg()}
        </button>
        <button
          type="button"
          class="tool"
          onClick={async () => {
            said.value = (await copyText(about))
              ? picture.alternativeCopied()
              : picture.notCopied({ text: about })
          }}
        >
          {picture.copyAlternative()}
        </button>
      </div>
      <p role="status">{tooLarge ? picture.tooLarge() : said.value}</p>
    </div>
  )
}

function frameOf(size: (typeof SIZES)[number], map: ShownMap): Frame {
  if (size !== 'view') return FRAMES[size]
  const { width, height } = map.camera()
  return { width, height, zoom: 1, isMap: true }
}

/**
 * The picture as SVG, with its size in px, in words, and with the fonts that it needs. What it
 * shows does not change while the dialog is over the page.
 */
function useDrawn(map: ShownMap, size: (typeof SIZES)[number], theme: Theme, title: string) {
  const measure = map.measure.value
  return useMemo(() => {
    const words = pictureWords(title, map.credits)
    const about = alternativeWords(words)
    const drawn = drawPicture(map, frameOf(size, map), theme, words)
    return { ...drawn, about, withFonts: embedFonts(drawn.svg) }
  }, [map, size, theme, title, measure])
}

interface PreviewProps {
  readonly svg: Promise<string>
  readonly about: string
  readonly width: number
  readonly height: number
}

/** The picture as an image, which is what is saved. */
function Preview({ svg, about, width, height }: PreviewProps) {
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    let isOver = false
    svg.then((text) => {
      if (!isOver) setUrl(`data:image/svg+xml,${encodeURIComponent(text)}`)
    })
    return () => {
      isOver = true
    }
  }, [svg])
  return (
    <div class="publish-preview">
      {url && <img src={url} alt={about} width={width} height={height} />}
    </div>
  )
}
