{{/* Hosts of a URL, or of addresses without a scheme, each with its port where it has one: a list. Takes the text. */}}
{{- define "common.hostsOf" -}}
{{ regexReplaceAll "^[a-z+]+://([^/]*).*$" . "${1}" | splitList "," | toJson }}
{{- end }}

{{/* Ports of the same, each the usual one where its host names none; brackets are around an IPv6 address. Takes address and usual. */}}
{{- define "common.portsOf" -}}
{{- $ports := list -}}
{{- range include "common.hostsOf" .address | fromJsonArray -}}
{{- $ports = append $ports (regexFind ":[0-9]+$" . | trimPrefix ":" | default (toString $.usual) | atoi) -}}
{{- end -}}
{{ uniq $ports | toJson }}
{{- end }}

{{/* The same of a URL by http or https. */}}
{{- define "common.portsOfHttp" -}}
{{ include "common.portsOf" (dict "address" . "usual" (ternary 443 80 (hasPrefix "https:" .))) }}
{{- end }}
