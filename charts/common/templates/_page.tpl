{{/*
Where people open the page: the first host of the gateway's Ingress or HTTPRoute, else this machine, by the port-forward of
common.page.forward. Takes the values of the gateway. Whether a route is by https is a matter of its Gateway's listeners,
which nothing here knows: it is taken for granted.
*/}}
{{- define "common.page.address" -}}
{{- if and .ingress.enabled .ingress.hosts -}}
{{- $host := first .ingress.hosts -}}
{{- $secured := list -}}
{{- range .ingress.tls }}{{ $secured = concat $secured (.hosts | default (list $host)) }}{{ end -}}
{{ ternary "https" "http" (has $host $secured) }}://{{ $host }}/
{{- else if and .httpRoute.enabled .httpRoute.hostnames -}}
https://{{ first .httpRoute.hostnames }}/
{{- else -}}
http://127.0.0.1:4100/
{{- end -}}
{{- end }}

{{/* Whether an Ingress or HTTPRoute leads to it; empty where none does. Takes the values of the gateway. */}}
{{- define "common.page.isRouted" -}}
{{- if or (and .ingress.enabled .ingress.hosts) (and .httpRoute.enabled .httpRoute.hostnames) -}}true{{- end -}}
{{- end }}

{{/* The command that opens the way to it; empty where none is needed. Takes namespace, name and values of the gateway. */}}
{{- define "common.page.forward" -}}
{{- if not (include "common.page.isRouted" .values) -}}
kubectl --namespace {{ .namespace }} port-forward service/{{ .name }} 4100:{{ .values.service.port }}
{{- end -}}
{{- end }}
