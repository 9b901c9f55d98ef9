import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router';
import { ErrorBoundary } from '../components/ErrorBoundary.tsx';
import { Loading } from '../components/Loading.tsx';
import { HomePage } from '../portal/home/HomePage.tsx';
import { PortalShell } from './PortalShell.tsx';
import { RequireSession } from './RequireSession.tsx';

const BusinessesPage = lazy(() => import('../portal/businesses/BusinessesPage.tsx'));
const GuidePage = lazy(() => import('../portal/guide/GuidePage.tsx'));
const ApplyPage = lazy(() => import('../portal/apply/ApplyPage.tsx'));
const CasesPage = lazy(() => import('../portal/cases/CasesPage.tsx'));
const CasePage = lazy(() => import('../portal/case/CasePage.tsx'));
const ReceiptPage = lazy(() => import('../portal/case/ReceiptPage.tsx'));
const MyUnitsPage = lazy(() => import('../portal/units/MyUnitsPage.tsx'));
const VerifyPage = lazy(() => import('../portal/verify/VerifyPage.tsx'));
const NoticesPage = lazy(() => import('../portal/notices/NoticesPage.tsx'));
const NoticePage = lazy(() => import('../portal/notices/NoticePage.tsx'));
const MyObjectionsPage = lazy(() => import('../portal/notices/MyObjectionsPage.tsx'));
const PracticePage = lazy(() => import('../portal/practice/PracticePage.tsx'));
const SignInPage = lazy(() => import('../portal/sign-in/SignInPage.tsx'));
const AccountPage = lazy(() => import('../portal/account/AccountPage.tsx'));
const NotFoundPage = lazy(() => import('../portal/NotFoundPage.tsx'));
const WorkbenchPage = lazy(() => import('../portal/workbench/WorkbenchPage.tsx'));
const OwnCasesPanel = lazy(() => import('../portal/workbench/OwnCasesPanel.tsx'));
const MortgagesPanel = lazy(() => import('../portal/workbench/MortgagesPanel.tsx'));
const UnitsPanel = lazy(() => import('../portal/workbench/UnitsPanel.tsx'));
const TablesPanel = lazy(() => import('../portal/workbench/TablesPanel.tsx'));
const AgentsPanel = lazy(() => import('../portal/workbench/AgentsPanel.tsx'));
const DeskRoutes = lazy(() => import('../desk/DeskRoutes.tsx'));

const signedIn = (page: React.ReactNode) => <RequireSession>{page}</RequireSession>;

export function AppRoutes() {
  return (
    <Routes>
      <Route
        path="/desk/*"
        element={
          <ErrorBoundary>
            <RequireSession kinds={['staff']}>
              <Suspense fallback={<Loading what="登记工作台" />}>
                <DeskRoutes />
              </Suspense>
            </RequireSession>
          </ErrorBoundary>
        }
      />
      <Route element={<PortalShell />}>
        <Route index element={<HomePage />} />
        <Route path="businesses" element={<BusinessesPage />} />
        <Route path="businesses/:code" element={<GuidePage />} />
        <Route path="apply/:code" element={signedIn(<ApplyPage />)} />
        <Route path="cases" element={signedIn(<CasesPage />)} />
        <Route path="cases/:no" element={signedIn(<CasePage />)} />
        <Route path="cases/:no/receipt" element={signedIn(<ReceiptPage />)} />
        <Route path="my/units" element={signedIn(<MyUnitsPage />)} />
        <Route
          path="workbench"
          element={
            <RequireSession kinds={['organisation']}>
              <WorkbenchPage />
            </RequireSession>
          }
        >
          <Route index element={<OwnCasesPanel />} />
          <Route path="mortgages" element={<MortgagesPanel />} />
          <Route path="units" element={<UnitsPanel />} />
          <Route path="tables" element={<TablesPanel />} />
          <Route path="agents" element={<AgentsPanel />} />
        </Route>
        <Route path="account" element={signedIn(<AccountPage />)} />
        <Route path="verify" element={<VerifyPage />} />
        <Route path="notices" element={<NoticesPage />} />
        <Route path="notices/:no" element={<NoticePage />} />
        <Route path="my/objections" element={signedIn(<MyObjectionsPage />)} />
        <Route path="practice" element={<PracticePage />} />
        <Route path="sign-in" element={<SignInPage />} />
        <Route path="*" element={<NotFoundPage />} />
      </Route>
    </Routes>
  );
}
