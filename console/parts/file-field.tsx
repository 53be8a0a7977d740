import FileUpload from '@cloudscape-design/components/file-upload';
import FormField from '@cloudscape-design/components/form-field';

/** One file, chosen or dropped. */
export const FileField = (props: {
  readonly label: string;
  /** What is taken: media types and endings. */
  readonly accept: string;
  readonly constraint: string;
  readonly trouble?: string | undefined;
  readonly file?: File | undefined;
  /** Undefined: it was taken away. */
  readonly onChosen: (file: File | undefined) => void;
}) => (
  <FormField label={props.label} errorText={props.trouble}>
    <FileUpload
      value={props.file ? [props.file] : []}
      accept={props.accept}
      constraintText={props.constraint}
      i18nStrings={{
        uploadButtonText: () => 'Choose a file',
        dropzoneText: () => 'Drop the file here',
        removeFileAriaLabel: () => 'Remove the file',
        errorIconAriaLabel: 'Error',
        limitShowFewer: 'Show fewer',
        limitShowMore: 'Show more',
      }}
      onChange={({ detail }) => props.onChosen(detail.value[0])}
    />
  </FormField>
);
