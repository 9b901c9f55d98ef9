import type { Plan } from '../templates/plan.ts';

/** A parcel with a step in its side, two buildings and a neighbour; national coordinates, band 40. */
export const parcelPlan: Plan = {
  title: '宗地图',
  areas: [
    {
      role: 'neighbour',
      label: 'GB00011',
      rings: [
        [
          [40_500_000, 3_520_180],
          [40_500_118, 3_520_186],
          [40_500_116, 3_520_228],
          [40_499_998, 3_520_222],
        ],
      ],
    },
    {
      role: 'subject',
      label: 'GB00012',
      rings: [
        [
          [40_500_004.12, 3_520_100.33],
          [40_500_121.58, 3_520_106.72],
          [40_500_118.05, 3_520_178.4],
          [40_500_060.77, 3_520_175.28],
          [40_500_060.1, 3_520_162.55],
          [40_500_000.94, 3_520_159.31],
        ],
      ],
    },
    {
      role: 'building',
      label: '1幢',
      rings: [
        [
          [40_500_016, 3_520_114],
          [40_500_058, 3_520_116.3],
          [40_500_057.2, 3_520_131],
          [40_500_015.2, 3_520_128.7],
        ],
      ],
    },
    {
      role: 'building',
      label: '2幢',
      rings: [
        [
          [40_500_068, 3_520_118],
          [40_500_108, 3_520_120.2],
          [40_500_106.6, 3_520_146],
          [40_500_066.6, 3_520_143.8],
        ],
      ],
    },
  ],
  numberPoints: true,
  coordinateSystem: '2000国家大地坐标系',
  surveyor: '常州市示范测绘院',
  drawnOn: '2026-09-18',
  facts: [
    { label: '宗地代码', value: '320402001001GB00012' },
    { label: '宗地面积', value: '7895.31㎡' },
    { label: '土地用途', value: '城镇住宅用地' },
    { label: '权利性质', value: '出让' },
  ],
};

/** One flat, in metres from a corner of its own. */
export const unitPlan: Plan = {
  title: '分户图',
  areas: [
    {
      role: 'subject',
      rings: [
        [
          [0, 0],
          [11.4, 0],
          [11.4, 3.6],
          [13.2, 3.6],
          [13.2, 9.9],
          [4.2, 9.9],
          [4.2, 8.4],
          [0, 8.4],
        ],
      ],
    },
    {
      role: 'room',
      label: '客厅',
      rings: [
        [
          [0, 0],
          [4.8, 0],
          [4.8, 8.4],
          [0, 8.4],
        ],
      ],
    },
    {
      role: 'room',
      label: '卧室',
      rings: [
        [
          [4.8, 0],
          [11.4, 0],
          [11.4, 3.6],
          [4.8, 3.6],
        ],
      ],
    },
    {
      role: 'room',
      label: '卧室',
      rings: [
        [
          [8.4, 5.1],
          [13.2, 5.1],
          [13.2, 9.9],
          [8.4, 9.9],
        ],
      ],
    },
    {
      role: 'room',
      label: '厨房',
      rings: [
        [
          [4.8, 6],
          [8.4, 6],
          [8.4, 9.9],
          [4.8, 9.9],
        ],
      ],
    },
  ],
  surveyor: '常州市示范测绘院',
  drawnOn: '2026-09-18',
  facts: [
    { label: '坐落', value: '天宁区青枫里 6 幢 1 单元 1203 室' },
    { label: '所在层', value: '12 / 18' },
    { label: '套内面积', value: '92.15㎡' },
    { label: '分摊面积', value: '26.51㎡' },
  ],
};
