import ScaleLine from 'ol/control/ScaleLine.js';
import Zoom from 'ol/control/Zoom.js';
import { boundingExtent } from 'ol/extent.js';
import Feature from 'ol/Feature.js';
import GeoJSON from 'ol/format/GeoJSON.js';
import { fromExtent } from 'ol/geom/Polygon.js';
import VectorLayer from 'ol/layer/Vector.js';
import OlMap from 'ol/Map.js';
import { register } from 'ol/proj/proj4.js';
import { transformExtent } from 'ol/proj.js';
import VectorSource from 'ol/source/Vector.js';
import View from 'ol/View.js';
import proj4 from 'proj4';
import { useEffect, useRef } from 'react';
import { usePreferences } from '../../theme/preferences.ts';
import type { Box, FeatureCollection } from './api.ts';
import { districtStyle, focusStyle, overlayStyle } from './map-styles.ts';
import { degrees, knowZone } from './project.ts';
import 'ol/ol.css';

interface DistrictMapProps {
  name: string;
  /** Districts before: dashed. */
  before?: FeatureCollection | undefined;
  /** Districts after, with their names. */
  after: FeatureCollection;
  overlay: FeatureCollection;
  /** Whose ground is shown; that of all that differ where left out. */
  district?: string | undefined;
  /** Where the map is to go; to everything that differs, or all there is, where left out. */
  focus?: Box | undefined;
}

/** Old and new districts over each other, drawn in metres of the 3° zone. Whatever it says stands in the table beside it too. */
export default function DistrictMap({ name, before, after, overlay, district, focus }: DistrictMapProps) {
  const box = useRef<HTMLElement>(null);
  const drawn = useRef<Drawn>(undefined);
  // Colours are the theme's, so another theme is another drawing.
  const { theme } = usePreferences();

  useEffect(() => {
    if (!box.current) return;
    const made = draw(box.current, theme, { before, after, overlay });
    drawn.current = made;
    return () => {
      made.map.setTarget(undefined);
      made.map.dispose();
      drawn.current = undefined;
    };
  }, [theme, before, after, overlay]);

  useEffect(() => {
    drawn.current?.show(focus, district);
  }, [focus, district]);

  return (
    <section
      className="district-map"
      ref={box}
      aria-label={`${name}：方向键移动，加号减号缩放；内容见差异表`}
    />
  );
}

interface Drawn {
  map: OlMap;
  show: (focus: Box | undefined, district: string | undefined) => void;
}

type Layers = Pick<DistrictMapProps, 'before' | 'after' | 'overlay'>;

function draw(target: HTMLElement, theme: 'light' | 'dark', layers: Layers): Drawn {
  // It takes arrow keys, plus and minus, so it has to take the focus.
  target.tabIndex = 0;
  const zone = knowZone(middleOf(layers.after));
  register(proj4);
  const format = new GeoJSON({ dataProjection: degrees, featureProjection: zone });
  const sourceOf = (features: FeatureCollection | undefined) =>
    new VectorSource({ features: features ? format.readFeatures(features) : [] });
  const differences = sourceOf(layers.overlay);
  const all = sourceOf(layers.after);
  const overlaid = new VectorLayer({ source: differences });
  const focused = new VectorSource();
  const map = new OlMap({
    target,
    keyboardEventTarget: target,
    controls: [
      new Zoom({ zoomInTipLabel: '放大', zoomOutTipLabel: '缩小' }),
      new ScaleLine({ units: 'metric' }),
    ],
    layers: [
      overlaid,
      new VectorLayer({ source: sourceOf(layers.before), style: districtStyle(theme, 'before') }),
      new VectorLayer({ source: all, style: districtStyle(theme, 'after'), declutter: true }),
      new VectorLayer({ source: focused, style: focusStyle(theme) }),
    ],
    view: new View({ projection: zone, center: [500_000, 0], zoom: 2 }),
  });
  const duration = window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 150;
  const show: Drawn['show'] = (focus, district) => {
    overlaid.setStyle(overlayStyle(theme, district));
    focused.clear();
    const extent = focus ? transformExtent([...focus], degrees, zone) : undefined;
    if (extent) focused.addFeature(new Feature(fromExtent(extent)));
    const wanted = extent ?? (differences.isEmpty() ? all : differences).getExtent();
    if (wanted)
      map.getView().fit(wanted, { padding: [36, 36, 36, 36], maxZoom: 40, duration: extent ? duration : 0 });
  };
  show(undefined, undefined);
  return { map, show };
}

/** Longitude in the middle of what is drawn. */
function middleOf({ features }: FeatureCollection): number {
  const corners = features.flatMap(({ geometry }) => geometry.coordinates.flat(2)) as [number, number][];
  const [west, , east] = boundingExtent(corners);
  return ((west ?? 120) + (east ?? 120)) / 2;
}
