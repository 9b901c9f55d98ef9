import { lazy } from 'react';
import { Route, Routes } from 'react-router';
import { Nothing } from '../components/states.tsx';

const ControlsPage = lazy(() => import('./ControlsPage.tsx'));
const NoticesPage = lazy(() => import('./NoticesPage.tsx'));
const IssuesPage = lazy(() => import('./IssuesPage.tsx'));
const StopsPage = lazy(() => import('./StopsPage.tsx'));
const ApprovalsPage = lazy(() => import('./ApprovalsPage.tsx'));
const ExportsPage = lazy(() => import('./ExportsPage.tsx'));
const DataPage = lazy(() => import('./DataPage.tsx'));
const InventoryPage = lazy(() => import('./InventoryPage.tsx'));
const TeamPage = lazy(() => import('./TeamPage.tsx'));
const TrainingsPage = lazy(() => import('./TrainingsPage.tsx'));
const ReportsPage = lazy(() => import('./ReportsPage.tsx'));
const DrillsPage = lazy(() => import('./DrillsPage.tsx'));
const DestructionsPage = lazy(() => import('./DestructionsPage.tsx'));
const DocumentsPage = lazy(() => import('./DocumentsPage.tsx'));
const MarksPage = lazy(() => import('./MarksPage.tsx'));
const RetentionPage = lazy(() => import('./RetentionPage.tsx'));
const IntegrityPage = lazy(() => import('./IntegrityPage.tsx'));
const InspectionPage = lazy(() => import('./InspectionPage.tsx'));

/** Pages of data and network security. */
export default function SecurityRoutes() {
  return (
    <Routes>
      <Route path="controls" element={<ControlsPage />} />
      <Route path="notices" element={<NoticesPage />} />
      <Route path="issues" element={<IssuesPage />} />
      <Route path="stops" element={<StopsPage />} />
      <Route path="approvals" element={<ApprovalsPage />} />
      <Route path="exports" element={<ExportsPage />} />
      <Route path="data" element={<DataPage />} />
      <Route path="inventory" element={<InventoryPage />} />
      <Route path="team" element={<TeamPage />} />
      <Route path="trainings" element={<TrainingsPage />} />
      <Route path="reports" element={<ReportsPage />} />
      <Route path="drills" element={<DrillsPage />} />
      <Route path="destructions" element={<DestructionsPage />} />
      <Route path="documents" element={<DocumentsPage />} />
      <Route path="marks" element={<MarksPage />} />
      <Route path="retention" element={<RetentionPage />} />
      <Route path="integrity" element={<IntegrityPage />} />
      <Route path="inspection" element={<InspectionPage />} />
      <Route path="*" element={<Nothing title="工作台没有这个页面" hint="请从左侧导航进入。" />} />
    </Routes>
  );
}
