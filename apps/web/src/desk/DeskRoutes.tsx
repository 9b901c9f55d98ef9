import { App } from 'antd';
import { lazy, Suspense } from 'react';
import { Navigate, Route, Routes, useLocation } from 'react-router';
import { ApiProblem } from '../api/problem.ts';
import { useSession } from '../app/session-context.ts';
import { ErrorBoundary } from '../components/ErrorBoundary.tsx';
import { Loading, Nothing, ReadFailure } from './components/states.tsx';
import { DeskLayout } from './layout/DeskLayout.tsx';
import { DeskTheme } from './layout/DeskTheme.tsx';
import { groupsFor, pageAt } from './layout/navigation.ts';
import './components/components.css';
import './list/list.css';

const TasksPage = lazy(() => import('./tasks/TasksPage.tsx'));
const DelegationsPage = lazy(() => import('./delegations/DelegationsPage.tsx'));
const CasesPage = lazy(() => import('./cases/CasesPage.tsx'));
const CasePage = lazy(() => import('./case/CasePage.tsx'));
const ChooseBusinessPage = lazy(() => import('./acceptance/ChooseBusinessPage.tsx'));
const AcceptancePage = lazy(() => import('./acceptance/AcceptancePage.tsx'));
const SeizuresPage = lazy(() => import('./seizures/SeizuresPage.tsx'));
const RegisterSearchPage = lazy(() => import('./register/RegisterSearchPage.tsx'));
const UnitPage = lazy(() => import('./register/UnitPage.tsx'));
const ComparisonPage = lazy(() => import('./register/ComparisonPage.tsx'));
const CadastrePage = lazy(() => import('./cadastre/CadastrePage.tsx'));
const EditionPage = lazy(() => import('./cadastre/EditionPage.tsx'));
const CertificateSearchPage = lazy(() => import('./certificates/CertificateSearchPage.tsx'));
const CertificatePage = lazy(() => import('./certificates/CertificatePage.tsx'));
const AccountsPage = lazy(() => import('./administration/AccountsPage.tsx'));
const AccountPage = lazy(() => import('./administration/AccountPage.tsx'));
const RolesPage = lazy(() => import('./administration/RolesPage.tsx'));
const SessionsPage = lazy(() => import('./administration/SessionsPage.tsx'));
const AuditPage = lazy(() => import('./administration/AuditPage.tsx'));
const ConnectionsPage = lazy(() => import('./administration/ConnectionsPage.tsx'));
const CalendarPage = lazy(() => import('./administration/CalendarPage.tsx'));
const HandlingPage = lazy(() => import('./administration/HandlingPage.tsx'));
const DirectoryPage = lazy(() => import('./businesses/DirectoryPage.tsx'));
const BusinessPage = lazy(() => import('./businesses/BusinessPage.tsx'));
const IndicatorsPage = lazy(() => import('./administration/IndicatorsPage.tsx'));
const SecurityRoutes = lazy(() => import('./security/SecurityRoutes.tsx'));
const RulesPage = lazy(() => import('./rules/RulesPage.tsx'));
const RulePage = lazy(() => import('./rules/RulePage.tsx'));
const ProposalsPage = lazy(() => import('./rules/ProposalsPage.tsx'));
const AutomaticPage = lazy(() => import('./rules/AutomaticPage.tsx'));
const KnowledgePage = lazy(() => import('./knowledge/KnowledgePage.tsx'));
const KnowledgeEntryPage = lazy(() => import('./knowledge/KnowledgeEntryPage.tsx'));
const RelationsPage = lazy(() => import('./relations/RelationsPage.tsx'));
const MonitorPage = lazy(() => import('./monitor/MonitorPage.tsx'));
const ReviewLogPage = lazy(() => import('./monitor/ReviewLogPage.tsx'));

/** The desk: everything registrars and administrators work with. */
export default function DeskRoutes() {
  return (
    <DeskTheme>
      <App component={false}>
        <DeskLayout>
          <ErrorBoundary>
            <Suspense fallback={<Loading what="页面" />}>
              <Guarded />
            </Suspense>
          </ErrorBoundary>
        </DeskLayout>
      </App>
    </DeskTheme>
  );
}

/** Pages the person's roles open; an address typed by hand to any other says why it stays closed. */
function Guarded() {
  const { user } = useSession();
  const { pathname } = useLocation();
  const groups = groupsFor(user?.permissions ?? []);
  const open = groups.flatMap((group) => group.pages);
  const wanted = pageAt(pathname);
  if (wanted && !open.some((page) => page.to === wanted.to)) {
    return <ReadFailure page error={new ApiProblem(403, {})} what={`“${wanted.title}”`} />;
  }
  const first = open[0]?.to;
  return (
    <Routes>
      <Route index element={first ? <Navigate to={first} replace /> : <NoRole />} />
      <Route path="tasks" element={<TasksPage />} />
      <Route path="delegations" element={<DelegationsPage />} />
      <Route path="cases" element={<CasesPage />} />
      <Route path="cases/:caseNo" element={<CasePage />} />
      <Route path="cases/:caseNo/review-log" element={<ReviewLogPage />} />
      <Route path="acceptance" element={<ChooseBusinessPage />} />
      <Route path="acceptance/:business" element={<AcceptancePage />} />
      <Route path="seizures" element={<SeizuresPage />} />
      <Route path="register" element={<RegisterSearchPage />} />
      <Route path="register/:code" element={<UnitPage />} />
      <Route path="register/:code/relations" element={<RelationsPage />} />
      <Route path="register/:code/comparison" element={<ComparisonPage />} />
      <Route path="cadastre" element={<CadastrePage />} />
      <Route path="cadastre/:office/:number" element={<EditionPage />} />
      <Route path="certificates" element={<CertificateSearchPage />} />
      <Route path="certificates/:number" element={<CertificatePage />} />
      <Route path="accounts" element={<AccountsPage />} />
      <Route path="accounts/:id" element={<AccountPage />} />
      <Route path="roles" element={<RolesPage />} />
      <Route path="sessions" element={<SessionsPage />} />
      <Route path="audit" element={<AuditPage />} />
      <Route path="connections" element={<ConnectionsPage />} />
      <Route path="calendar" element={<CalendarPage />} />
      <Route path="handling" element={<HandlingPage />} />
      <Route path="businesses" element={<DirectoryPage />} />
      <Route path="businesses/:code" element={<BusinessPage />} />
      <Route path="rules" element={<RulesPage />} />
      <Route path="rules/:code" element={<RulePage />} />
      <Route path="rule-proposals" element={<ProposalsPage />} />
      <Route path="automatic-businesses" element={<AutomaticPage />} />
      <Route path="knowledge" element={<KnowledgePage />} />
      <Route path="knowledge/:id" element={<KnowledgeEntryPage />} />
      <Route path="automatic-review" element={<MonitorPage />} />
      <Route path="indicators" element={<IndicatorsPage />} />
      <Route path="security/*" element={<SecurityRoutes />} />
      <Route
        path="*"
        element={
          <Nothing title="工作台没有这个页面" hint="地址可能写错了，或者页面已经移走。请从左侧导航进入。" />
        }
      />
    </Routes>
  );
}

function NoRole() {
  return (
    <Nothing
      title="您的账号还没有岗位"
      hint="请联系本机构的安全管理员授予岗位；授权写明用途和期限后立即生效，重新登录即可办理。"
    />
  );
}
