{{/*
Probes of a service. Startup and liveness ask whether the process is alive, whatever the engines do; readiness asks
whether it can do its work now. So an engine that is away takes traffic off a service, and restarts nothing. They have a
port of their own, whose connections callers cannot use up. A probe for which the values say null is left out.
*/}}
{{- define "common.probes" -}}
{{- $probes := dict -}}
{{- range $name, $path := dict "startup" "/healthz" "liveness" "/healthz" "readiness" "/readyz" -}}
{{- with index $.Values.probes $name -}}
{{- $_ := set $probes (printf "%sProbe" $name) (merge (dict "httpGet" (dict "path" $path "port" "management")) .) -}}
{{- end -}}
{{- end -}}
{{- with $probes }}{{ toYaml . }}{{ end -}}
{{- end }}
