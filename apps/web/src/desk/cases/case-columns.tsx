import { Link } from 'react-router';
import type { CaseSummary } from '../../api/types.ts';
import { caseStatusKind, StatusTag, TimelinessTag } from '../../components/StatusTag.tsx';
import type { CsvColumn } from '../../list/csv.ts';
import { day, moment, shortMoment } from '../components/moments.ts';
import type { DenseColumn } from '../list/DenseTable.tsx';
import { casePagePath } from '../paths.ts';

const partiesOf = (item: CaseSummary) =>
  item.parties.map((party) => `${party.roleTitle}${party.name}`).join('、');

export const caseColumns: DenseColumn<CaseSummary>[] = [
  {
    key: 'case',
    title: '登记业务',
    render: (item) => (
      <>
        <Link to={casePagePath(item.caseNo)}>{item.business.name}</Link>
        <small>
          {item.caseNo}，{channelWord(item.channel)}
        </small>
      </>
    ),
  },
  {
    key: 'what',
    title: '坐落与不动产单元',
    render: (item) => (
      <>
        {item.location}
        <small>{item.unitCode}</small>
      </>
    ),
  },
  {
    key: 'parties',
    title: '当事人',
    wideOnly: true,
    render: (item) =>
      item.parties.map((party) => (
        <span key={`${party.roleTitle}${party.name}`} style={{ display: 'block' }}>
          <span className="desk-secondary">{party.roleTitle}</span> {party.name}
        </span>
      )),
  },
  {
    key: 'status',
    title: '状态',
    width: 130,
    render: (item) => (
      <>
        <StatusTag kind={caseStatusKind(item.status)}>{item.statusTitle}</StatusTag>
        {item.waitingFor.length > 0 && <small>等待{item.waitingFor.join('、')}</small>}
      </>
    ),
  },
  {
    key: 'opened',
    title: '发起',
    width: 110,
    wideOnly: true,
    render: (item) => <span className="is-nowrap">{shortMoment(item.openedAt, new Date())}</span>,
  },
  {
    key: 'promised',
    title: '承诺办结',
    width: 140,
    render: (item) => (
      <>
        <span className="is-nowrap">{day(item.promisedBy)}</span>
        <small>
          <TimelinessTag timeliness={item.timeliness} />
        </small>
      </>
    ),
  },
];

/** Columns of the page shown, as a file. */
export const caseFile: CsvColumn<CaseSummary>[] = [
  { title: '受理编号', value: (item) => item.caseNo },
  { title: '登记业务', value: (item) => item.business.name },
  { title: '渠道', value: (item) => channelWord(item.channel) },
  { title: '状态', value: (item) => item.statusTitle },
  { title: '等待', value: (item) => item.waitingFor.join('、') },
  { title: '坐落', value: (item) => item.location },
  { title: '不动产单元代码', value: (item) => item.unitCode },
  { title: '当事人', value: partiesOf },
  { title: '发起时间', value: (item) => moment(item.openedAt) },
  { title: '承诺办结日', value: (item) => (item.promisedBy ? day(item.promisedBy) : '') },
];

export function channelWord(channel: string): string {
  return channel === 'counter' ? '窗口' : channel === 'online' ? '网上' : channel;
}
