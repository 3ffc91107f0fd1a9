{{/*
What a service finds in its file system besides its image: certificate authorities, a folder of files of the user's own
from a ConfigMap, and what the values add. Take root, engines, and, where there is one, folder (name and configMap, which
may be empty).
*/}}
{{- define "common.volumes" -}}
{{- include "common.caVolumes" . }}
{{- with .folder }}
{{- if .configMap }}
- { name: {{ .name }}, configMap: { name: {{ .configMap | quote }} } }
{{- end }}
{{- end }}
{{- with .root.Values.extraVolumes }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{- define "common.mounts" -}}
{{- include "common.caMounts" . }}
{{- with .folder }}
{{- if .configMap }}
- { name: {{ .name }}, mountPath: {{ include "common.folder" .name }}, readOnly: true }
{{- end }}
{{- end }}
{{- with .root.Values.extraVolumeMounts }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{- define "common.folder" -}}
/etc/skillstream/{{ . }}
{{- end }}
