import { Checkbox, RadioGroup } from "../choice";
import { ErrorSummary } from "../error-summary";
import { DateField, SelectField, TextAreaField, TextField } from "../field";
import type { Examples } from "./example";

const countries = [
  { value: "DE", label: "Germany" },
  { value: "HU", label: "Hungary" },
];

const yesNo = [
  { value: "yes", label: "Yes, use it for both" },
  { value: "no", label: "No, only for bills", hint: "Deliveries go on to Warehouse Leipzig." },
];

export const fields: Examples[] = [
  {
    primitive: "TextField",
    states: {
      empty: <TextField label="Phone" name="phone" type="tel" inputMode="tel" autoComplete="tel" required />,
      "with a hint": <TextField label="Company" name="company" hint="As it stands in the register." />,
      "with an error": (
        <TextField label="Email" name="email" type="email" defaultValue="anna.weber@" error="Enter an address such as name@example.com" required />
      ),
      "written from right to left": <TextField label="Family name" name="family" defaultValue="לוי" required />,
    },
  },
  {
    primitive: "TextAreaField",
    states: { "with a hint": <TextAreaField label="Note" name="note" hint="The next agent reads this." required /> },
  },
  {
    primitive: "SelectField",
    states: { chosen: <SelectField label="Country" name="country" options={countries} defaultValue="HU" required /> },
  },
  {
    primitive: "DateField",
    states: { "with a hint": <DateField label="Valid from" name="valid_from" defaultValue="2030-01-31" hint="The day you move." required /> },
  },
  {
    primitive: "RadioGroup",
    states: {
      "with a hint at a choice": <RadioGroup label="Is this your shipping address too?" name="both" choices={yesNo} required />,
      "with an error": <RadioGroup label="Deliver there too?" name="deliver" choices={yesNo} error="Choose one of the two" required />,
    },
  },
  {
    primitive: "Checkbox",
    states: { ticked: <Checkbox label="Keep me signed in on this device" name="keep" defaultChecked /> },
  },
  {
    primitive: "ErrorSummary",
    states: {
      "with two errors": (
        <ErrorSummary
          errors={[
            { name: "email", message: "Enter an address such as name@example.com" },
            { name: "deliver", message: "Choose one of the two" },
          ]}
        />
      ),
    },
  },
];
