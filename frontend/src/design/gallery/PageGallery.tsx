import { Button, Paper, Text, TextInput } from '@mantine/core';

import { FormPage } from '../page/FormPage';
import { ListPage } from '../page/ListPage';
import { PageHeader } from '../page/PageHeader';
import { RecordPage } from '../page/RecordPage';
import { SettingsPage, SettingsSection } from '../page/SettingsPage';
import { StatusBadge } from '../text/StatusBadge';
import { Specimen } from './Specimen';

/** Each pattern has a header of its own, so this page alone has several `h1`. */
export function PageGallery() {
  return (
    <>
      <Specimen name="ListPage">
        <ListPage
          header={
            <PageHeader
              title="Risks"
              help="What may go wrong."
              description="54 records"
              actions={<Button>Add a risk</Button>}
            />
          }
          toolbar={<TextInput aria-label="Search" placeholder="Search" maw={320} />}
        >
          <Text p="md">Rows</Text>
        </ListPage>
      </Specimen>
      <Specimen name="RecordPage">
        <RecordPage
          header={
            <PageHeader
              title="RIS-0012 Laptop stolen"
              breadcrumbs={[{ label: 'Risks', link: { to: '/' } }]}
              badges={<StatusBadge label="In treatment" colour="orange" kind="ACTIVE" />}
              actions={<Button variant="default">Edit</Button>}
            />
          }
          aside={<Paper p="md">History</Paper>}
        >
          <Paper p="md">Fields</Paper>
        </RecordPage>
      </Specimen>
      <Specimen name="FormPage">
        <FormPage
          header={<PageHeader title="New risk" />}
          onSubmit={(event) => {
            event.preventDefault();
          }}
          actions={
            <>
              <Button variant="default">Cancel</Button>
              <Button type="submit">Save</Button>
            </>
          }
        >
          <TextInput label="Risk" />
        </FormPage>
      </Specimen>
      <Specimen name="SettingsPage">
        <SettingsPage header={<PageHeader title="Settings" />}>
          <SettingsSection title="Language" description="For the screens.">
            <Text>Dutch</Text>
          </SettingsSection>
          <SettingsSection title="Theme">
            <Text>Light</Text>
          </SettingsSection>
        </SettingsPage>
      </Specimen>
    </>
  );
}
