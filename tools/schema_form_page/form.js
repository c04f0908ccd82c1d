import Form from "@rjsf/core";
import { customizeValidator } from "@rjsf/validator-ajv8";
import Ajv2020 from "ajv/dist/2020.js";
import { createElement } from "react";
import { createRoot } from "react-dom/client";

// Tables II and III are told by their edition: so a wrong figure is no fault of the cells that only the other edition has.
const validator = customizeValidator({ AjvClass: Ajv2020, ajvOptionsOverrides: { discriminator: true } });
const uiSchema = { "ui:submitButtonOptions": { submitText: "提交" } };
const root = createRoot(document.getElementById("form"));
let shown = 0;

window.show = (schema, report) => {
  window.submitted = null;
  root.render(
    createElement(Form, {
      key: (shown += 1),
      schema,
      uiSchema,
      validator,
      formData: report,
      liveValidate: "onChange",
      showErrorList: false,
      onSubmit: ({ formData }) => {
        window.submitted = formData;
      },
    }),
  );
};
